### Why there is no answer.

refusal-unknown-word = Nothing in this record has that name
refusal-unreadable = The question cannot be read
refusal-no-such-path = There is no such page
refusal-method = This path only answers questions
