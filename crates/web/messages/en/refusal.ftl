### Why there is no answer.

refusal-unknown-word = Nothing in this record has that name
refusal-unreadable = The question cannot be read
refusal-no-such-path = There is no such page
refusal-method = This path does not answer this method
refusal-cross-site = This was sent from another site
refusal-signed-out = Nobody is signed in
refusal-not-proved = The key was not proved
refusal-too-often = This was asked too often
refusal-too-long = This is longer than what is read here
