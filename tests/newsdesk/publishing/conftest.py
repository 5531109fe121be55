"""S3-compatible storage on this machine, by moto's server."""

import threading

import pytest


class Recorder:
    """Hands requests on to the storage and notes those that write."""

    def __init__(self, app):
        self.app, self.wrote = app, []

    def __call__(self, environ, start_response):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if method in ("PUT", "DELETE") or "delete" in environ["QUERY_STRING"]:
            self.wrote.append((method, path.removeprefix("/archive/")))
        return self.app(environ, start_response)


@pytest.fixture(scope="session")
def server():
    """The storage's address, and the recorder before it."""
    from moto.server import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    app = Recorder(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", app
    server.shutdown()


@pytest.fixture
def bucket(server, monkeypatch):
    """An empty bucket named archive; what it holds is read back with another library."""
    import boto3

    address, app = server
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", address),
    ):
        monkeypatch.setenv(name, value)  # fmt: skip
    client = boto3.client("s3")
    client.create_bucket(Bucket="archive")
    app.wrote.clear()
    yield client
    held = client.list_objects_v2(Bucket="archive").get("Contents", ())
    while held:
        client.delete_objects(
            Bucket="archive", Delete={"Objects": [{"Key": each["Key"]} for each in held]}
        )
        held = client.list_objects_v2(Bucket="archive").get("Contents", ())
    client.delete_bucket(Bucket="archive")
