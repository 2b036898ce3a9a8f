//! ```console
//! $ cargo run -p grpc
//! ```

use grpc::Shop;
use tonic::transport::Server;
use tonic_health::pb::health_server::HealthServer;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8008".to_owned()).parse()?;
    Server::builder().add_service(HealthServer::new(Shop)).serve(address).await?;
    Ok(())
}
