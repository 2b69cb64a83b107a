//! A client of plain HTTP that asks over connections that stay open, and spends little on it.

use anyhow::{Context as _, Result, ensure};
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection that is asked one thing after the other.
pub(crate) struct Line {
    stream: TcpStream,
    heard: Vec<u8>,
}

impl Line {
    pub(crate) async fn open(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, heard: Vec::with_capacity(1 << 17) })
    }

    /// Asks, and returns the status and how many bytes the body has.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<(u16, usize)> {
        self.stream.write_all(request).await?;
        self.heard.clear();
        loop {
            if let Some((status, head, body)) = head(&self.heard)? {
                let whole = head.saturating_add(body);
                while self.heard.len() < whole {
                    self.hear().await?;
                }
                return Ok((status, body));
            }
            self.hear().await?;
        }
    }

    async fn hear(&mut self) -> Result<()> {
        let read = self.stream.read_buf(&mut self.heard).await?;
        ensure!(read > 0, "the server closed the connection");
        Ok(())
    }

    /// Sends a request whose answer does not end.
    pub(crate) async fn listen(&mut self, request: &[u8]) -> Result<()> {
        Ok(self.stream.write_all(request).await?)
    }

    /// Waits for more of such an answer.
    pub(crate) async fn more(&mut self) -> Result<&[u8]> {
        self.heard.clear();
        self.hear().await?;
        Ok(&self.heard)
    }
}

/// Reads status, length of the head and length of the body; none until the head is whole.
fn head(heard: &[u8]) -> Result<Option<(u16, usize, usize)>> {
    let Some(end) = heard.windows(4).position(|four| four == b"\r\n\r\n") else { return Ok(None) };
    let head = std::str::from_utf8(heard.get(..end).unwrap_or_default())?;
    let status = head.split(' ').nth(1).context("it has a status")?.parse()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Ok(Some((status, end.saturating_add(4), length.context("it has a length")?)))
}

/// The words of a request for a path.
pub(crate) fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: bench\r\n\r\n").into_bytes()
}

/// The words of a request that sends bytes to a path.
pub(crate) fn post(path: &str, bytes: &[u8]) -> Vec<u8> {
    let length = bytes.len();
    let mut request =
        format!("POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Length: {length}\r\n\r\n")
            .into_bytes();
    request.extend_from_slice(bytes);
    request
}

/// Sends each request once over so many connections, one after the other on each; returns how long
/// all took.
pub(crate) async fn all(
    address: &str,
    requests: Vec<Vec<u8>>,
    connections: usize,
    wanted: u16,
) -> Result<Duration> {
    let mut shares: Vec<Vec<Vec<u8>>> = vec![Vec::new(); connections];
    let mut places = (0..connections).cycle();
    for request in requests {
        let share = places.next().and_then(|place| shares.get_mut(place));
        share.context("there is a connection")?.push(request);
    }
    let mut lines = Vec::new();
    for share in shares {
        lines.push((Line::open(address).await?, share));
    }
    let start = Instant::now();
    let asked: Vec<_> = lines
        .into_iter()
        .map(|(mut line, share)| {
            tokio::spawn(async move {
                for request in share {
                    let (status, _) = line.ask(&request).await?;
                    ensure!(status == wanted, "it answered {status}");
                }
                Ok::<_, anyhow::Error>(())
            })
        })
        .collect();
    for one in asked {
        one.await??;
    }
    Ok(start.elapsed())
}

/// Asks for a path at a pace, whatever the answers take; returns how long each took from when it
/// was due.
pub(crate) async fn paced(
    address: &str,
    path: &str,
    pace: Duration,
    count: u32,
    connections: u32,
) -> Result<Vec<Duration>> {
    let request = get(path);
    let mut lines = Vec::new();
    for _ in 0..connections {
        lines.push(Line::open(address).await?);
    }
    let start = Instant::now();
    let asked: Vec<_> = (0..connections)
        .zip(lines)
        .map(|(first, mut line)| {
            let request = request.clone();
            tokio::spawn(async move {
                let mut times = Vec::new();
                for number in (first..count).step_by(usize::try_from(connections)?) {
                    let due = start.checked_add(pace.saturating_mul(number)).unwrap_or(start);
                    tokio::time::sleep_until(due.into()).await;
                    let (status, _) = line.ask(&request).await?;
                    ensure!(status == 200, "it answered {status}");
                    times.push(due.elapsed());
                }
                Ok::<_, anyhow::Error>(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for one in asked {
        times.extend(one.await??);
    }
    Ok(times)
}
