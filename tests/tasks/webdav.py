"""A real WebDAV server on this machine, with a certificate of its own making."""

import datetime as dt
import ipaddress
from threading import Thread

from cheroot import wsgi
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from wsgidav.wsgidav_app import WsgiDAVApp

USER, TOKEN = "xihe", "token-2026"


def certificate(folder, name="127.0.0.1"):
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "county")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    cert, secret = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(made.public_bytes(pem))
    private = serialization.PrivateFormat.PKCS8
    secret.write_bytes(key.private_bytes(pem, private, serialization.NoEncryption()))
    return cert, secret


class Server:
    """Serves a folder; counts what was asked, and can fail on the way."""

    def __init__(self, folder, cert, secret):
        app = WsgiDAVApp(
            {
                "provider_mapping": {"/": str(folder)},
                "simple_dc": {"user_mapping": {"*": {USER: {"password": TOKEN}}}},
                "http_authenticator": {
                    "accept_basic": True,
                    "accept_digest": False,
                    "default_to_digest": False,
                },
                "verbose": 0,
                "logging": {"enable": False},
            }
        )
        self.asked, self.fails_after = [], None

        def counted(environ, start):
            self.asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
            if self.fails_after is not None and len(self.asked) > self.fails_after:
                start("503 Service Unavailable", [("Content-Length", "0")])
                return [b""]
            return app(environ, start)

        self.server = wsgi.Server(("127.0.0.1", 0), counted)
        self.server.ssl_adapter = BuiltinSSLAdapter(str(cert), str(secret))
        self.server.error_log = lambda *_, **__: None
        self.server.prepare()
        self.thread = Thread(target=self.server.serve, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return f"https://127.0.0.1:{self.server.bind_addr[1]}/"

    def stop(self):
        self.server.stop()
        self.thread.join(10)
