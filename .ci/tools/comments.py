"""GitHub's comments on a pull request, as `gh` asks for them: `comments.py FOLDER`.

FOLDER contains key.pem and certificate.pem. The server writes its port, the method of each change, and the body of the
only comment to files there.
"""

import http.server
import json
import pathlib
import ssl
import sys

folder = pathlib.Path(sys.argv[1])
comments = []


class Comments(http.server.BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def change(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        with open(folder / "requests", "a") as requests:
            print(self.command, file=requests)
        (folder / "comment").write_text(body)
        comments[:] = [{"id": 12, "body": body}]
        self.answer(200, comments[0])

    def do_GET(self):
        assert self.path.split("?")[0] == "/api/v3/repos/owner/project/issues/7/comments", self.path
        self.answer(200, [{"id": 11, "body": "Looks good"}] + comments)

    def do_POST(self):
        assert self.path == "/api/v3/repos/owner/project/issues/7/comments", self.path
        self.change()

    def do_PATCH(self):
        assert self.path == "/api/v3/repos/owner/project/issues/comments/12", self.path
        self.change()

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("localhost", 0), Comments)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
(folder / "port").write_text(str(server.server_port))
server.serve_forever()
