"""Reads an error of the example server as a client in another language does: `client.py ADDRESS`."""

import sys

import grpc
from google.rpc import error_details_pb2
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_status import rpc_status

channel = grpc.insecure_channel(sys.argv[1])
health = health_pb2_grpc.HealthStub(channel)
try:
    health.Check(
        health_pb2.HealthCheckRequest(service="tea"),
        metadata=[("accept-language", "it-CH, en;q=0.5")],
        wait_for_ready=True,
        timeout=30,
    )
    sys.exit("the request succeeded")
except grpc.RpcError as error:
    status = rpc_status.from_call(error)

details = {}
for detail in status.details:
    for kind in (error_details_pb2.ErrorInfo, error_details_pb2.LocalizedMessage, error_details_pb2.Help):
        if detail.Is(kind.DESCRIPTOR):
            details[kind] = kind()
            detail.Unpack(details[kind])

assert status.code == grpc.StatusCode.ABORTED.value[0], status
assert status.message == "tea will be available in 12,345 days", status
info = details[error_details_pb2.ErrorInfo]
assert (info.reason, info.domain) == ("OUT_OF_STOCK", "shop.example.org"), info
assert dict(info.metadata) == {"code": "2", "days": "12345", "item": "tea"}, info
localized = details[error_details_pb2.LocalizedMessage]
assert (localized.locale, localized.message) == ("it", "tea sarà disponibile tra 12.345 giorni"), localized
(link,) = details[error_details_pb2.Help].links
assert (link.description, link.url) == ("Esaurito", "https://errors.example.org/it/2/"), link
print("Python reads the code, the arguments, the sentence and the link")
