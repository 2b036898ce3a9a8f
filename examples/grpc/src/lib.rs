//! Errors over gRPC. The service is the health check of gRPC, which knows the health of no service: each request is
//! answered with an error of [the shop](ShopCode), in the language that the request accepts.

use code_registry::{Coded, grpc};
use tonic::codegen::tokio_stream::Empty;
use tonic::{Request, Response, Status};
use tonic_health::pb::health_server::Health;
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

/// The errors of the shop.
#[code_registry::codes("codes.toml")]
pub enum ShopCode {}

/// Why the shop cannot sell something.
#[derive(Debug, Coded)]
#[coded(ShopCode)]
pub enum ShopError {
    NotFound { path: String },
    OutOfStock { item: String, days: u64 },
}

/// The service: `tea` is out of stock, and nothing else is known.
#[derive(Debug, Clone, Copy)]
pub struct Shop;

#[tonic::async_trait]
impl Health for Shop {
    type WatchStream = Empty<Result<HealthCheckResponse, Status>>;

    async fn check(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        let language = grpc::accepted_language::<ShopCode>(request.metadata());
        let error = match request.into_inner().service {
            item if item == "tea" => ShopError::OutOfStock { item, days: 12_345 },
            path => ShopError::NotFound { path },
        };
        Err(grpc::status(&error, language))
    }

    async fn watch(&self, _: Request<HealthCheckRequest>) -> Result<Response<Self::WatchStream>, Status> {
        Err(Status::unimplemented("only `check` is an example"))
    }
}
