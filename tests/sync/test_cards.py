import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from post import make_card

from surveytool.domain.refusal import Refusal
from surveytool.domain.seat import Office
from surveytool.sync.card import FalseCardError, PeerCard, read_card, write_card
from surveytool.sync.joining import (
    AnotherDeviceError,
    accept,
    ask_to_join,
    read_acceptance,
    read_request,
)
from surveytool.sync.keys import DeviceKeys
from surveytool.sync.letter import (
    ForgedLetterError,
    NewerLetterError,
    NotALetterError,
    sign_letter,
)

KEYS = DeviceKeys.generate()
CARD = make_card(KEYS)
COUNTY_KEYS = DeviceKeys.generate()
COUNTY = make_card(COUNTY_KEYS, Office.COUNTY, "五都县农业农村局")


def test_a_card_comes_back_from_its_file():
    assert read_card(write_card(CARD, KEYS)) == CARD


def test_every_flipped_byte_of_a_card_is_refused():
    data = write_card(CARD, KEYS)
    for at in range(len(data)):
        bad = bytearray(data)
        bad[at] ^= 1
        with pytest.raises(Refusal):
            read_card(bytes(bad))


def test_every_truncation_of_a_card_is_refused():
    data = write_card(CARD, KEYS)
    for size in range(len(data)):
        with pytest.raises(NotALetterError):
            read_card(data[:size])


def test_a_card_signed_by_another_device_is_false():
    with pytest.raises(FalseCardError):
        read_card(write_card(CARD, COUNTY_KEYS))


@pytest.mark.parametrize(
    "change",
    [
        {"device": COUNTY.device},
        {"sign_key": COUNTY.sign_key},
        {"seal_key": COUNTY.seal_key},
        {"seal_key": "age1nonsense"},
        {"sign_key": "zz"},
        {"office": "moon"},
        {"role": None},
        {"villages": "V1"},
        {"villages": [1]},
        {"villages": ["V"] * 1001},
        {"name": "x" * 201},
        {"name": "\x00"},
        {"name": 5},
        {"extra": "1"},
    ],
)
def test_a_misshapen_card_is_refused(change):
    content = CARD.to_content() | change
    data = sign_letter("surveytool card", content, KEYS).to_bytes()
    with pytest.raises(FalseCardError):
        read_card(data)


def test_a_newer_card_is_named_so():
    newer = json.loads(write_card(CARD, KEYS)) | {"format": 2, "more": 1}
    with pytest.raises(NewerLetterError):
        read_card(json.dumps(newer).encode())


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"[" * 60_000, b"{}", b"x" * 70_000, b'{"magic":"surveytool card"}'],
)
def test_what_is_no_card_is_refused(data):
    with pytest.raises(NotALetterError):
        read_card(data)


@given(st.binary(max_size=200))
def test_noise_is_no_card(data):
    with pytest.raises(NotALetterError):
        read_card(data)


def test_joining_ends_with_the_card_that_the_county_decided():
    request = read_request(ask_to_join(CARD, KEYS))
    certified = replace(request.card, name="小河镇", villages=("V2", "V3"))
    answer = accept(request, certified, county=COUNTY, keys=COUNTY_KEYS)
    acceptance = read_acceptance(answer, KEYS.device)
    assert acceptance.card == certified
    assert acceptance.county == COUNTY
    assert acceptance.request == request.hash


def test_an_acceptance_is_not_for_another_device():
    request = read_request(ask_to_join(CARD, KEYS))
    answer = accept(request, CARD, county=COUNTY, keys=COUNTY_KEYS)
    with pytest.raises(AnotherDeviceError):
        read_acceptance(answer, DeviceKeys.generate().device)
    stranger = make_card(DeviceKeys.generate())
    with pytest.raises(AnotherDeviceError):
        accept(request, stranger, county=COUNTY, keys=COUNTY_KEYS)


def test_an_acceptance_by_someone_else_than_its_county_is_false():
    request = read_request(ask_to_join(CARD, KEYS))
    answer = accept(request, CARD, county=COUNTY, keys=KEYS)
    with pytest.raises(FalseCardError):
        read_acceptance(answer, KEYS.device)


def test_a_request_is_signed_by_the_newcomer():
    with pytest.raises(FalseCardError):
        read_request(ask_to_join(CARD, COUNTY_KEYS))


def test_an_altered_request_is_forged():
    data = ask_to_join(CARD, KEYS).replace("大庙镇".encode(), "小庙镇".encode())
    with pytest.raises(ForgedLetterError):
        read_request(data)


@pytest.mark.parametrize("content", [{}, {"card": 1}, {"card": []}])
def test_a_request_without_a_card_is_refused(content):
    data = sign_letter("surveytool join", content, KEYS).to_bytes()
    with pytest.raises(FalseCardError):
        read_request(data)


def test_a_card_is_not_taken_for_a_request():
    with pytest.raises(NotALetterError):
        read_request(write_card(CARD, KEYS))


def test_content_and_card_are_one():
    assert PeerCard.from_content(CARD.to_content()) == CARD
    assert CARD.fingerprint == make_card(KEYS, name="x").fingerprint
