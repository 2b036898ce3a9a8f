use toml::{Table, Value};

use crate::error::{ConfigCodeValueType, ConfigError};

const KEYS: [&str; 3] = ["address", "workers", "plugins"];
const MOST_WORKERS: i64 = 64;
const MOST_PLUGINS: usize = 10;

/// The content of a configuration file.
#[derive(Debug)]
#[allow(dead_code, reason = "only shown, since there is no server")]
pub(crate) struct Settings {
    address: Option<String>,
    workers: i64,
    plugins: Vec<String>,
}

impl Settings {
    pub(crate) fn new(table: &Table) -> Result<Self, ConfigError> {
        check_keys(table)?;
        Ok(Self {
            address: table.get("address").map(|value| text("address", value)).transpose()?,
            workers: table.get("workers").map_or(Ok(1), workers)?,
            plugins: table.get("plugins").map_or(Ok(Vec::new()), plugins)?,
        })
    }
}

fn check_keys(table: &Table) -> Result<(), ConfigError> {
    let unknown = table.keys().find(|key| !KEYS.contains(&key.as_str()));
    let nearest = |key| KEYS.into_iter().min_by_key(|known| strsim::levenshtein(key, known));
    match unknown.and_then(|key| Some((key, nearest(key)?))) {
        Some((key, nearest)) => Err(ConfigError::UnknownKey { key: key.clone(), nearest }),
        None => Ok(()),
    }
}

fn text(key: &'static str, value: &Value) -> Result<String, ConfigError> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or(ConfigError::WrongType { key, expected: ConfigCodeValueType::Text })
}

fn workers(value: &Value) -> Result<i64, ConfigError> {
    let (key, least, most) = ("workers", 1, MOST_WORKERS);
    match value.as_integer() {
        Some(value) if (least..=most).contains(&value) => Ok(value),
        Some(value) => Err(ConfigError::OutOfRange { key, value, least, most }),
        None => Err(ConfigError::WrongType { key, expected: ConfigCodeValueType::Integer }),
    }
}

fn plugins(value: &Value) -> Result<Vec<String>, ConfigError> {
    let list = value
        .as_array()
        .ok_or(ConfigError::WrongType { key: "plugins", expected: ConfigCodeValueType::List })?;
    let names: Vec<String> = list.iter().map(|name| text("plugins", name)).collect::<Result<_, _>>()?;
    if names.len() > MOST_PLUGINS {
        return Err(ConfigError::TooManyPlugins { count: names.len(), most: MOST_PLUGINS });
    }
    let repeated = (1..names.len()).find(|&index| names[..index].contains(&names[index]));
    match repeated {
        Some(index) => Err(ConfigError::RepeatedPlugin { place: index + 1, name: names[index].clone() }),
        None => Ok(names),
    }
}
