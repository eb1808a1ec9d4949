import pytest

from surveytool.sync.keys import (
    CannotUnsealError,
    DeviceKeys,
    UnreadableKeysError,
    device_id,
    fingerprint,
    is_signed,
    seal,
)


def test_keys_come_back_from_their_bytes():
    keys = DeviceKeys.generate()
    again = DeviceKeys.from_bytes(keys.to_bytes())
    assert again.device == keys.device
    assert is_signed(b"x", again.sign(b"x"), keys.sign_key)
    assert again.unseal(seal(b"x", keys.seal_key)) == b"x"


def test_keys_do_not_show_themselves():
    keys = DeviceKeys.generate()
    secret = keys.to_bytes().decode()
    assert "AGE-SECRET" in secret
    assert "AGE-SECRET" not in repr(keys)


@pytest.mark.parametrize(
    "stored",
    [b"", b"{}", b"[]", b'{"format":1,"sign":"00","seal":"x"}', b'{"format":9}'],
)
def test_bytes_that_are_no_keys_are_refused(stored):
    with pytest.raises(UnreadableKeysError):
        DeviceKeys.from_bytes(stored)


def test_another_device_cannot_unseal():
    sealed = seal(b"x", DeviceKeys.generate().seal_key)
    with pytest.raises(CannotUnsealError):
        DeviceKeys.generate().unseal(sealed)


def test_another_devices_signature_is_not_ours():
    keys, other = DeviceKeys.generate(), DeviceKeys.generate()
    assert not is_signed(b"x", other.sign(b"x"), keys.sign_key)
    assert not is_signed(b"y", keys.sign(b"x"), keys.sign_key)


def test_id_and_fingerprint_are_bound_to_both_keys():
    one, two = DeviceKeys.generate(), DeviceKeys.generate()
    assert one.device == device_id(one.sign_key, one.seal_key)
    assert one.device != device_id(one.sign_key, two.seal_key)
    assert one.device != device_id(two.sign_key, one.seal_key)
    groups = fingerprint(one.sign_key, one.seal_key).split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert "".join(groups).isdecimal()
