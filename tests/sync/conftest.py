import pytest
from post import Post

from surveytool.sync.keys import DeviceKeys


@pytest.fixture
def post(tmp_path):
    return Post(DeviceKeys.generate(), DeviceKeys.generate(), tmp_path)
