//! What revocations contest is told with the acts that an answer lists.

use crate::answer::Answer;
use crate::verifying::contested_json;
use crate::world::World;
use servanda_publish::columns::cell;

/// Marks each listed act that is contested, and says below the table which they are; the positions
/// are those of the rows, one for each.
pub(super) fn mark(answer: &mut Answer, positions: impl Iterator<Item = u32>, world: &World) {
    let Some(contested) = world.contested.get() else { return };
    let rows = answer.json.as_array_mut().into_iter().flatten();
    for (row, position) in rows.filter_map(|row| row.as_object_mut()).zip(positions) {
        let Some(found) = contested.get(&position) else { continue };
        let (act, from, revoked) = (cell(row.get("act")), found.from, found.revoked_at);
        row.insert("contested".to_owned(), contested_json(found));
        answer.notes.push(format!(
            "contested: act {act}; entry {revoked} revoked the key that signed it, from entry \
             {from} on"
        ));
    }
}
