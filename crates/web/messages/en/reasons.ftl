### Why the door does not take an act.

reasons-no-effect = The article denies such an act its effect.
reasons-departs = The act departs from the article.
reasons-turn = It is not the turn of this step: one that comes before it is missing.
reasons-ended = The matter has ended, and takes no further step.
reasons-orphan = The act refers to what this record does not have.
reasons-form = These bytes are no sealed act: the text and its signature lines belong here as they were signed.
reasons-origin = The act was signed for another log.
reasons-keys = The signatures are not those that such an entry carries here: the log must have the key in use, for this party and this kind of entry.
reasons-known = The log has this act already.
reasons-order = Such an entry does not stand at this place of a log.
reasons-party = The law declares no party by this word.
reasons-entry = The text is not exactly one act.
reasons-capacity = The act is not one that its signer sends: each speaks for its own state alone, and what the depositary records it signs itself.
reasons-ahead = The act is dated later than the day on which it came.
reasons-seen = The signer saw another log than this one.
reasons-damaged = The log holds other bytes than were written.
reasons-reader = The law declares no organ by this word.
reasons-rehearsal = A rehearsal says in its name, its genesis and its record what it rehearses; here they differ.
reasons-document = The document is not known, is known already, was erased, or cannot be deposited so.
reasons-text = The text of the act cannot be read. Where, and why:
