import pytest
from county import PASSPHRASE, Office, found_county


@pytest.fixture(scope="session", autouse=True)
def passphrase():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SURVEYTOOL_PASSPHRASE", PASSPHRASE)
        patch.delenv("SURVEYTOOL_LANGUAGE", raising=False)
        yield


@pytest.fixture(scope="module")
def office(tmp_path_factory, passphrase):  # noqa: ARG001 - set first
    made = Office(tmp_path_factory.mktemp("office"))
    found_county(made)
    return made
