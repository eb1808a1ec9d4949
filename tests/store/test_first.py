from stores import H1, P1, P2, VILLAGE, change

from surveytool.domain.rows import Filter


def test_what_was_saved_stands_after_opening_again(bench):
    with bench.create() as store:
        store.save(
            change({VILLAGE: {"title": "岭岗村", "township": "桔柑镇"}}, root=VILLAGE)
        )
        store.save(
            change(
                {
                    H1: {
                        "village": VILLAGE.id,
                        "code": "001",
                        "monitor_type": "sudden",
                    },
                    P1: {
                        "household": "h1",
                        "full_name": "张三丰",
                        "relation": "head",
                        "id_number": "621202196801011234",
                        "phone": "13893912345",
                    },
                    P2: {"household": "h1", "full_name": "李𬭸", "relation": "spouse"},
                }
            )
        )
    with bench.open() as store:
        assert store.entity(P1).get("full_name") == "张三丰"
        assert [one.ref for one in store.family(H1)] == [H1, P1, P2]
        (row,) = store.households(Filter(village=VILLAGE.id))
        assert (row.head_name, row.village_title, row.size) == ("张三丰", "岭岗村", 2)
        (village,) = store.villages()
        assert (village.households, village.persons, village.monitored) == (1, 2, 1)
        for text in (
            "张三丰",
            "张",
            "张三",
            "三丰",
            "zsf",
            "zhangsanfeng",
            "zs",
            "z",
            "1234",
            "12345",
            "1968",
            "李𬭸",
            "𬭸",
            "ll",
            "001",
            "621202196801011234",
        ):
            assert [one.id for one in store.search(text)] == ["h1"], text
        assert store.search("李")[0].matched == "李𬭸"
        assert store.search("王") == []
        assert store.length(VILLAGE.id) == 2
