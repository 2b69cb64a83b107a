### Passkeys: what signs a holder in, in place of the key.

passkeys = Passkeys
passkeys-lede = A passkey on your telephone, computer or security key signs you in, in place of your key and for as long as the log has that key in use. It signs no act: an act is still signed with the key.
passkeys-signed-out = { $link } with your key to add one.
passkeys-by-key = You are signed in with a passkey. To add another, sign in with the key itself.
passkeys-unread = The passkeys that are kept cannot be read now.
passkeys-none = You have none yet.
passkeys-own = Your passkeys
passkeys-name = name
passkeys-at = counts at
passkeys-made = made on
passkeys-remove = Remove
passkeys-remove-it = Remove { $name }
passkeys-add = Add a passkey
passkeys-call-it = What you call it, as in “Telephone”
passkeys-door = With a passkey
passkeys-enter = Sign in with a passkey
passkeys-sign-no-act = Who signed in with the key adds a passkey under { $link }. It signs no act: an act is still signed with the key.
passkeys-act-by-key = You are signed in with a passkey, which signs no act: this one is signed with your key.
passkeys-numbered-here = A browser makes no passkey for a number, as in { $host }. Open { $link } instead, and sign in there once more: sessions, and keys made in this browser, stay with the address at which they began.
passkeys-numbered = A browser makes no passkey for a number, as in { $host }. Open the page by the name of the host.
passkeys-no-script = A passkey needs JavaScript: only by a script is the browser asked for it.
passkeys-script-made = The passkey is made.
passkeys-script-left = The browser gave no passkey: it was left, or time ran out.
passkeys-script-there = This device has a passkey for your key already.
passkeys-script-unable = This browser knows no passkeys.
