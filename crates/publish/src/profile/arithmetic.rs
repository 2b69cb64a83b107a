//! Sums, shares and rates in exact integers, rounded once at the end: half away from zero.

/// Reads a whole number as a source prints it: digits, perhaps in groups.
pub(crate) fn whole(printed: &str) -> Option<u64> {
    let digits: String =
        printed.chars().filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}' | ' ')).collect();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Reads a decimal as a source prints it, as tenths.
pub(crate) fn tenths(printed: &str) -> Option<u64> {
    let (before, after) = printed.split_once('.').unwrap_or((printed, "0"));
    let tenth = whole(after).filter(|_| after.len() == 1)?;
    whole(before)?.checked_mul(10)?.checked_add(tenth)
}

/// Returns a number with its digits in groups of three.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns `part × scale ÷ whole`, rounded to so many decimal places.
pub(crate) fn ratio(part: u64, whole: u64, scale: u64, places: u32) -> Option<String> {
    let power = 10u128.checked_pow(places)?;
    let dividend = u128::from(part).checked_mul(u128::from(scale))?.checked_mul(power)?;
    let rounded = divided(dividend, u128::from(whole))?;
    let (units, rest) = (rounded.checked_div(power)?, rounded.checked_rem(power)?);
    let units = grouped(u64::try_from(units).ok()?);
    if places == 0 {
        return Some(units);
    }
    let width = usize::try_from(places).ok()?;
    Some(format!("{units}.{rest:0width$}"))
}

/// Divides, rounded to the nearest, a half upwards.
pub(crate) fn divided(dividend: u128, divisor: u128) -> Option<u128> {
    let doubled = dividend.checked_mul(2)?.checked_add(divisor)?;
    doubled.checked_div(divisor.checked_mul(2)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact_and_rounded_once() {
        assert_eq!(ratio(900_000, 1_048_850, 100, 2).as_deref(), Some("85.81"));
        assert_eq!(ratio(3_454_000, 4_265_150, 100, 2).as_deref(), Some("80.98"));
        assert_eq!(ratio(1, 8, 1, 2).as_deref(), Some("0.13"));
        assert_eq!(ratio(u64::MAX, 1, 1, 0).as_deref(), Some("18,446,744,073,709,551,615"));
        assert_eq!(ratio(1, 0, 100, 2), None);
    }

    #[test]
    fn numbers_are_read_as_they_are_printed() {
        assert_eq!(whole("3,454,000"), Some(3_454_000));
        assert_eq!(whole("about 5"), None);
        assert_eq!((tenths("85.1"), tenths("1"), tenths("2.25")), (Some(851), Some(10), None));
        assert_eq!(grouped(193_835_249), "193,835,249");
        assert_eq!(grouped(12), "12");
    }
}
