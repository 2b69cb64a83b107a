//! A ring of points as a path of an SVG, as short as it can be said.

type Step = (i32, i32);

/// Writes a closed path of relative steps: steps straight on are one, level and upright ones have
/// letters of their own, and no letter or space stands where it can be left out.
pub(super) fn path(first: Step, rest: &[Step]) -> String {
    let mut path = format!("M{} {}", first.0, first.1);
    let mut letter = 'M';
    for step in steps(first, rest) {
        let (next, numbers) = match step {
            (across, 0) => ('h', vec![across]),
            (0, down) => ('v', vec![down]),
            (across, down) => ('l', vec![across, down]),
        };
        let mut is_apart = next != letter;
        if is_apart {
            path.push(next);
        }
        for number in numbers {
            // A sign parts two numbers as well as a space does.
            let space = if is_apart || number < 0 { "" } else { " " };
            path.push_str(&format!("{space}{number}"));
            is_apart = false;
        }
        letter = next;
    }
    path.push('z');
    path
}

/// Returns the steps between points, those straight on put together.
fn steps(first: Step, rest: &[Step]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut at = first;
    for next in rest {
        let step = (next.0.saturating_sub(at.0), next.1.saturating_sub(at.1));
        at = *next;
        match steps.last_mut().filter(|last| is_straight_on(**last, step)) {
            Some(last) => {
                *last = (last.0.saturating_add(step.0), last.1.saturating_add(step.1));
            }
            None if step == (0, 0) => {}
            None => steps.push(step),
        }
    }
    steps
}

/// Tells whether a step goes on in the direction of the one before it.
fn is_straight_on(before: Step, step: Step) -> bool {
    let times = |a: i32, b: i32| i64::from(a).saturating_mul(i64::from(b));
    let turns = times(before.0, step.1) != times(before.1, step.0);
    let onward = times(before.0, step.0).saturating_add(times(before.1, step.1));
    !turns && onward > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_no_more_than_it_must() {
        let points =
            [(11, 20), (13, 20), (13, 20), (13, 17), (14, 18), (16, 20), (15, 17), (10, 17)];
        assert_eq!(path((10, 20), &points), "M10 20h3v-3l3 3-1-3h-5z");
        assert_eq!(path((0, 0), &[(2, 0), (1, 0)]), "M0 0h2-1z");
        assert_eq!(path((1, 1), &[]), "M1 1z");
    }
}
