//! What is kept beside the entries: the checkpoint, bodies, the snapshot.

use super::asking::Failed;
use super::session::Session;
use super::{column, head_row};
use crate::decode::{self, damaged, signed};
use crate::{Body, Checkpoint, Fault, Hash, Kept, Row, Snapshot};
use std::time::Duration;
use tokio_postgres::GenericClient;

/// Locks the head, so that what is compared with it stays true to the end of the change.
const HELD: &str = "select size, root, sum from servanda.head where one = 1 for update";
/// How often, and how long apart, it is looked whether older views are gone.
const LOOKS: (u32, Duration) = (50, Duration::from_millis(100));

/// Reads the checkpoint.
pub(super) async fn checkpoint(
    session: &Session,
    client: &impl GenericClient,
) -> Result<Option<Checkpoint>, Failed> {
    let (place, named) = (session.place(), Row::Checkpoint);
    let query = "select size, sum, bytes from servanda.checkpoint where one = 1";
    let Some(row) = client.query_opt(query, &[]).await? else { return Ok(None) };
    let (size, sum) = (column(place, named, &row, 0)?, column(place, named, &row, 1)?);
    Ok(Some(decode::checkpoint(place, size, sum, column(place, named, &row, 2)?)?))
}

/// Reads the snapshot.
pub(super) async fn snapshot(session: &Session) -> Result<Option<Snapshot>, Failed> {
    let (place, named) = (session.place(), Row::Snapshot);
    let query = "select size, sum, bytes from servanda.snapshot where one = 1";
    let Some(row) = session.client().query_opt(query, &[]).await? else { return Ok(None) };
    let (size, sum) = (column(place, named, &row, 0)?, column(place, named, &row, 1)?);
    Ok(Some(decode::snapshot(place, size, sum, column(place, named, &row, 2)?)?))
}

/// Returns what is readable of a row that is about to be replaced: a damaged one stands in no way.
fn sound<T>(read: Result<Option<T>, Failed>) -> Result<Option<T>, Failed> {
    match read {
        Err(Failed::Fault(Fault::Damaged { .. })) => Ok(None),
        other => other,
    }
}

/// Keeps a checkpoint.
pub(super) async fn keep_checkpoint(session: &Session, next: &Checkpoint) -> Result<Kept, Failed> {
    let client = session.client();
    client.batch_execute("begin").await?;
    let kept = async {
        let row = client.query_opt(HELD, &[]).await?;
        let head = head_row(session.place(), row.as_ref())?;
        let latest = sound(checkpoint(session, client).await)?.map(|latest| latest.size);
        let kept = next.against(latest, &head)?;
        if kept == Kept::Latest {
            let query = "insert into servanda.checkpoint values (1, $1, $2, $3) \
                         on conflict (one) do update \
                         set size = excluded.size, sum = excluded.sum, bytes = excluded.bytes";
            let (size, sum) = (signed(next.size), next.sum());
            client.execute(query, &[&size, &sum, &next.bytes]).await?;
        }
        Ok(kept)
    };
    end(session, kept.await).await
}

/// Keeps a snapshot.
pub(super) async fn keep_snapshot(session: &Session, next: &Snapshot) -> Result<(), Failed> {
    // A snapshot may be large: the head is not held for it, and only ever grows.
    next.check(&super::log::head(session).await?)?;
    let query = "insert into servanda.snapshot values (1, $1, $2, $3) \
                 on conflict (one) do update \
                 set size = excluded.size, sum = excluded.sum, bytes = excluded.bytes";
    let (size, sum) = (signed(next.size), next.sum());
    session.client().execute(query, &[&size, &sum, &next.bytes]).await?;
    Ok(())
}

/// Ends a change: keeps it, or undoes it where something was amiss.
async fn end<T>(session: &Session, done: Result<T, Failed>) -> Result<T, Failed> {
    let word = if done.is_ok() { "commit" } else { "rollback" };
    session.client().batch_execute(word).await?;
    done
}

/// Reads a body.
pub(super) async fn body(
    session: &Session,
    client: &impl GenericClient,
    commitment: &Hash,
) -> Result<Option<Body>, Failed> {
    let (place, named) = (session.place(), Row::Body(*commitment));
    let query = "select sum, salt, bytes from servanda.body where commitment = $1";
    let Some(row) = client.query_opt(query, &[&commitment.as_slice()]).await? else {
        return Ok(None);
    };
    let sum = column(place, named, &row, 0)?;
    let parts = (column(place, named, &row, 1)?, column(place, named, &row, 2)?);
    Ok(Some(decode::body(place, commitment, sum, parts)?))
}

/// Keeps a body.
pub(super) async fn keep_body(
    session: &Session,
    commitment: &Hash,
    next: &Body,
) -> Result<(), Failed> {
    let client = session.client();
    client.batch_execute("begin").await?;
    let kept = async {
        // Two who keep one body wait for one another.
        client.query_opt(HELD, &[]).await?;
        if let Some(kept) = sound(body(session, client, commitment).await)? {
            return Ok(next.same_as(&kept)?);
        }
        let query = "insert into servanda.body values ($1, $2, $3, $4) \
                     on conflict (commitment) do update \
                     set sum = excluded.sum, salt = excluded.salt, bytes = excluded.bytes";
        let (key, sum) = (commitment.as_slice(), next.sum(commitment));
        client.execute(query, &[&key, &sum, &next.salt, &next.bytes]).await?;
        Ok(())
    };
    end(session, kept.await).await
}

/// Deletes a body's row, and says whether there was one and which change did it.
pub(super) async fn delete_body(
    session: &Session,
    commitment: &Hash,
) -> Result<(bool, String), Failed> {
    let query = "with gone as (delete from servanda.body where commitment = $1 returning 1) \
                 select (select count(*) from gone), pg_current_xact_id()::xid::text";
    let row = session.client().query_one(query, &[&commitment.as_slice()]).await?;
    let count: i64 = column(session.place(), Row::Body(*commitment), &row, 0)?;
    Ok((count > 0, column(session.place(), Row::Body(*commitment), &row, 1)?))
}

/// Writes the table of bodies anew without what was deleted, once nobody can see it any more:
/// before that, the server would take it along.
pub(super) async fn rewrite_bodies(session: &Session, at: &str) -> Result<(), Failed> {
    let query = "select count(*) from pg_stat_activity \
                 where datname = current_database() and pid <> pg_backend_pid() \
                 and backend_xmin is not null and age(backend_xmin) >= age($1::text::xid)";
    let (looks, apart) = LOOKS;
    for _ in 0..looks {
        let row = session.client().query_one(query, &[&at]).await?;
        let viewers: i64 = column(session.place(), Row::Whole, &row, 0)?;
        if viewers == 0 {
            session.client().batch_execute("vacuum (full) servanda.body").await?;
            return Ok(());
        }
        tokio::time::sleep(apart).await;
    }
    let cause = "a reader keeps an older view, which holds what was erased".to_owned();
    Err(Fault::Busy { place: session.place().to_owned(), cause }.into())
}

/// Reads the commitments of all bodies.
pub(super) async fn commitments(session: &Session) -> Result<Vec<Hash>, Failed> {
    let rows = session
        .client()
        .query("select commitment from servanda.body order by commitment", &[])
        .await?;
    let mut found = Vec::new();
    for row in &rows {
        let bytes: Vec<u8> = column(session.place(), Row::Whole, row, 0)?;
        let hash = Hash::try_from(bytes.as_slice());
        let told = |cause: std::array::TryFromSliceError| {
            damaged(session.place(), Row::Whole, format!("a commitment: {cause}"))
        };
        found.push(hash.map_err(told)?);
    }
    Ok(found)
}
