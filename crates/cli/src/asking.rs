//! Asking other programs over plain HTTP: a log for what it shows, a witness for its cosignature.

use crate::failure::Failure;
use servanda_depositary::Unanswered;
use std::time::Duration;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The most bytes of an answer: a full bundle of the largest entries, and room.
const ANSWER_BYTES_MAX: u64 = 16 << 20;

/// Another's server.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    agent: ureq::Agent,
    base: String,
}

impl Server {
    /// Takes the address of a server: `http://HOST[:PORT][/PATH]`.
    pub(crate) fn at(url: &str) -> Result<Self, Failure> {
        let base = url.trim_end_matches('/');
        if base.strip_prefix("http://").is_none_or(str::is_empty) {
            let message = format!("`{url}` cannot be asked");
            let hint = "write it as `http://league.example`; for TLS, ask through a proxy of yours";
            return Err(Failure::Usage { message, hint: Some(hint.to_owned()) });
        }
        let settings = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .build();
        Ok(Self { agent: settings.into(), base: base.to_owned() })
    }

    /// Returns what the log of the server shows under a path.
    pub(crate) fn shown(&self, path: &str) -> Result<Vec<u8>, Unanswered> {
        let answer = self.agent.get(format!("{}/log/{path}", self.base)).call();
        let failed = |cause: ureq::Error| Unanswered::Failed(cause.to_string());
        let mut answer = answer.map_err(failed)?;
        match answer.status().as_u16() {
            200 => answer
                .body_mut()
                .with_config()
                .limit(ANSWER_BYTES_MAX)
                .read_to_vec()
                .map_err(failed),
            404 => Err(Unanswered::Absent),
            status => Err(Unanswered::Failed(format!("it answered {status}"))),
        }
    }

    /// Asks the desk of the server for a challenge; returns the status and the text of the answer.
    pub(crate) fn challenge(&self) -> Result<(u16, String), String> {
        let url = format!("{}/api/v1/challenges", self.base);
        let answer = self.agent.post(url).send_empty();
        let mut answer = answer.map_err(|cause| cause.to_string())?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX).read_to_vec();
        let body = body.map_err(|cause| cause.to_string())?;
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }

    /// Returns the host that the address names, with its port.
    pub(crate) fn host(&self) -> &str {
        let rest = self.base.strip_prefix("http://").unwrap_or(&self.base);
        rest.split('/').next().unwrap_or(rest)
    }

    /// Sends a request to the witness of the server; returns the status and the text of the answer.
    pub(crate) fn add_checkpoint(&self, request: &str) -> Result<(u16, String), String> {
        let url = format!("{}/witness/add-checkpoint", self.base);
        let answer = self.agent.post(url).content_type("text/plain; charset=utf-8").send(request);
        let mut answer = answer.map_err(|cause| cause.to_string())?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX).read_to_vec();
        let body = body.map_err(|cause| cause.to_string())?;
        Ok((status, String::from_utf8_lossy(&body).into_owned()))
    }
}
