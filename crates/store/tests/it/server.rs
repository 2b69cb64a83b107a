//! The PostgreSQL that the tests were given, if they were: `SERVANDA_TEST_POSTGRES` is its address.

use std::sync::atomic::{AtomicU32, Ordering};
use tokio_postgres::NoTls;

/// A database of its own for one test.
#[derive(Debug)]
pub(crate) struct Database {
    pub(crate) address: String,
}

impl Database {
    /// Makes one, where there is a server.
    pub(crate) fn create() -> Option<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let server = given()?;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("store_{}_{number}", std::process::id());
        run(&server, &format!("create database {name}"));
        let (before, _) = server.rsplit_once('/').unwrap();
        Some(Self { address: format!("{before}/{name}") })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (_, name) = self.address.rsplit_once('/').unwrap();
        run(&given().unwrap(), &format!("drop database {name} with (force)"));
    }
}

fn given() -> Option<String> {
    std::env::var("SERVANDA_TEST_POSTGRES").ok()
}

/// Runs statements on a connection of their own.
pub(crate) fn run(address: &str, statements: &str) {
    with(address, async |client| client.batch_execute(statements).await);
}

/// Flips one bit of a column of one row.
pub(crate) fn flip(address: &str, (table, column, which): (&str, &str, &str)) {
    let query = format!(
        "select case pg_typeof({column})::text
           when 'bytea' then
             format('set_byte(%1$I, 0, get_byte(%1$I, 0) # 16)', '{column}')
           when 'text' then format('reverse(%I)', '{column}')
           else format('%I # 16', '{column}') end
         from servanda.{table} where {which}"
    );
    with(address, async |client| {
        let flipped: String = client.query_one(&query, &[]).await?.get(0);
        // A key that stood for a row may stand for none now: nothing looks at what refers to it.
        let change = format!("update servanda.{table} set {column} = {flipped} where {which}");
        assert_eq!(client.execute(&change, &[]).await?, 1);
        Ok(())
    });
}

/// Asks for one number.
pub(crate) fn number(address: &str, query: &str) -> i64 {
    with(address, async |client| Ok(client.query_one(query, &[]).await?.get(0)))
}

fn with<T>(
    address: &str,
    work: impl AsyncFnOnce(&tokio_postgres::Client) -> Result<T, tokio_postgres::Error>,
) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, line) = tokio_postgres::connect(address, NoTls).await.unwrap();
        drop(tokio::spawn(line));
        work(&client).await.unwrap()
    })
}
