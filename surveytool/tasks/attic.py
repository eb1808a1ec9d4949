"""Keep and show photos, signatures and scans."""

from surveytool.tasks.desk import Desk


def attach(desk: Desk, data: bytes, media_type: str) -> str:
    """Keep a picture or file; returns its name, the value of the answer.

    Any thread may call it: saves do not wait. Raises NotAPictureError,
    PictureTooLargeError, UnknownKindError or TooLargeError.
    """
    return desk.store.attach(data, media_type)


def attachment(desk: Desk, name: str) -> bytes:
    """Return what was kept, from any thread.

    Raises MissingAttachmentError or BrokenAttachmentError.
    """
    return desk.store.attachment(name)
