//! How often one address or one key may ask for what is dear: a bucket of tokens for each.

use servanda_model::Instant;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};

/// The most buckets that are kept; those that are full again are forgotten first.
const BUCKETS_MAX: usize = 10_000;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dear {
    /// To sign in, or to ask for a challenge.
    Proof,
    /// To weigh an act that is not sent.
    Weighing,
    /// To send an act that is not taken.
    Noise,
}

impl Dear {
    /// Returns how many are free at once, and how many come back each minute.
    fn measure(self) -> (i64, i64) {
        match self {
            Self::Proof => (30, 30),
            Self::Weighing | Self::Noise => (60, 60),
        }
    }
}

/// The buckets; tokens are counted in sixtieths.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    buckets: BTreeMap<(Dear, String), Bucket>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: i64,
    at: i64,
}

/// How many seconds it takes until one may ask again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooOften(pub(crate) i64);

impl Limits {
    /// Looks whether one may ask now, and takes nothing.
    pub(crate) fn look(&self, what: Dear, who: &str, now: Instant) -> Result<(), TooOften> {
        let left = self.left(what, &sender(who), now);
        if left >= 60 {
            return Ok(());
        }
        let (_, each_minute) = what.measure();
        let missing = 60_i64.saturating_sub(left);
        Err(TooOften(missing.div_euclid(each_minute).saturating_add(1)))
    }

    /// Takes a token, where there is one.
    pub(crate) fn take(&mut self, what: Dear, who: &str, now: Instant) -> Result<(), TooOften> {
        self.look(what, who, now)?;
        let who = sender(who);
        let left = self.left(what, &who, now).saturating_sub(60);
        if self.buckets.len() >= BUCKETS_MAX {
            self.forget(now);
        }
        self.buckets.insert((what, who), Bucket { left, at: now.number() });
        Ok(())
    }

    fn left(&self, what: Dear, who: &str, now: Instant) -> i64 {
        let (most, each_minute) = what.measure();
        let most = most.saturating_mul(60);
        let Some(bucket) = self.buckets.get(&(what, who.to_owned())) else { return most };
        let passed = now.number().saturating_sub(bucket.at).max(0);
        bucket.left.saturating_add(passed.saturating_mul(each_minute)).min(most)
    }

    /// Forgets the buckets that are full again; where these are too few, half of all, the fullest
    /// first: who asked for most stays known.
    fn forget(&mut self, now: Instant) {
        let missing = |(what, who): &(Dear, String)| {
            let most = what.measure().0.saturating_mul(60);
            most.saturating_sub(self.left(*what, who, now))
        };
        let mut all: Vec<(i64, (Dear, String))> =
            self.buckets.keys().map(|key| (missing(key), key.clone())).collect();
        all.sort_unstable();
        let half = BUCKETS_MAX.div_euclid(2);
        for (place, (missing, key)) in all.iter().enumerate() {
            if *missing <= 0 || place < half {
                self.buckets.remove(key);
            }
        }
    }
}

/// Returns for whom a bucket is kept: of an address of IPv6 the network of 64 bits, of which one
/// sender has all addresses; anybody else as he is.
fn sender(who: &str) -> String {
    let Ok(address) = who.parse::<IpAddr>() else { return who.to_owned() };
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_empties_and_fills_again_by_the_clock_alone() {
        let mut limits = Limits::default();
        let now: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        for _ in 0..30 {
            limits.take(Dear::Proof, "a", now).unwrap();
        }
        assert_eq!(limits.take(Dear::Proof, "a", now), Err(TooOften(3)));
        limits.take(Dear::Proof, "b", now).unwrap();
        limits.take(Dear::Weighing, "a", now).unwrap();
        let later = now.plus_seconds(2);
        limits.take(Dear::Proof, "a", later).unwrap();
        assert!(limits.look(Dear::Proof, "a", later).is_err());
        let next_hour = now.plus_hours(1);
        for _ in 0..30 {
            limits.take(Dear::Proof, "a", next_hour).unwrap();
        }
        assert!(limits.take(Dear::Proof, "a", next_hour).is_err(), "no more than the most is kept");
    }

    #[test]
    fn ten_thousand_addresses_do_not_fill_the_memory() {
        let mut limits = Limits::default();
        let now: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        for n in 0..BUCKETS_MAX * 2 {
            limits.take(Dear::Noise, &n.to_string(), now).unwrap();
        }
        assert!(limits.buckets.len() <= BUCKETS_MAX);
    }

    #[test]
    fn ten_thousand_others_do_not_free_who_asked_too_often() {
        let mut limits = Limits::default();
        let now: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        while limits.take(Dear::Noise, "a", now).is_ok() {}
        for n in 0..BUCKETS_MAX * 2 {
            limits.take(Dear::Noise, &n.to_string(), now).unwrap();
        }
        assert!(limits.look(Dear::Noise, "a", now).is_err());
    }

    #[test]
    fn the_addresses_of_one_network_of_ipv6_are_one_sender() {
        let mut limits = Limits::default();
        let now: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        for n in 0..60 {
            limits.take(Dear::Noise, &format!("2001:db8:1:2::{n:x}"), now).unwrap();
        }
        assert!(limits.take(Dear::Noise, "2001:db8:1:2:ffff::1", now).is_err());
        limits.take(Dear::Noise, "2001:db8:1:3::1", now).unwrap();
        limits.take(Dear::Noise, "::ffff:192.0.2.1", now).unwrap();
        for _ in 0..59 {
            limits.take(Dear::Noise, "192.0.2.1", now).unwrap();
        }
        assert!(limits.take(Dear::Noise, "192.0.2.1", now).is_err(), "one address in two forms");
    }
}
