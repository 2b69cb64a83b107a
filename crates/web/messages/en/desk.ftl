### Who is signed in, and what he holds.

desk-keys = Keys
desk-sign-in = Sign in
desk-signed-in = Signed in:
desk-today = Today
desk-new-act = New act
desk-sign-out = Sign out

desk-role-authority = the authority that enrols keys
desk-role-depositary = officer of the depositary
desk-role-delegation = delegation of { $state }
desk-role-seal = delegation of { $state }, beside a person
desk-role-person = a person of the delegation of { $state }
desk-role-witness = witness of { $state }

desk-act-title = New act
desk-can = What you can communicate today as { $role }.
desk-cannot = { $link } to see what you can communicate. A text can be weighed, and a signed note handed in, by anybody.
desk-own-words = In your own words
desk-entry = One entry of a journal
desk-see = See what follows
desk-signed-already = A note that is signed already
desk-note = The text with its signature lines
desk-send = Send
desk-look-first = Look at it first
desk-as-whom = As it would be sent by
desk-depositary = the depositary
desk-under = Under { $article }.
desk-nothing-sent = Nothing is sent yet: the next page shows what the door would say, what would change, and the exact text to sign.
desk-else = Something else
desk-optional = (may be left out)
desk-before = Before it is signed
desk-change = Change it
desk-taken = The door takes it.
desk-noticed = What is noticed about it:
desk-not-taken = The door does not take it.
desk-sign = Sign it
desk-exactly = Exactly this is signed, three lines with their ends; its digest is the act's id.
desk-id = id { $id }
desk-with-file = With a key in a file, save the text as { $file } and sign it there:
desk-signed-note = The signed note: the text, an empty line, the signature lines

desk-group-open = In matters that are open
desk-group-opening = Open a matter
desk-group-instruments = About an instrument
desk-group-free = Say something

desk-changed = What changed
desk-changed-caption = As known before it, and with it
desk-would-change = What would change
desk-would-change-caption = As known without it, and with it
desk-fact = fact
desk-fact-before = before
desk-fact-now = now
desk-fact-without = without it
desk-fact-with = with it
desk-changes-nothing = No status, membership, seat or office; the act stands in the record.
desk-notice-ends = The period of the notice ends on { $day }: from then on { $party } is no longer bound by { $instrument }.
desk-opens = It opens the matter { $matter }, under { $article }. What is taken and what is still to come:
desk-belongs = It belongs to the matter { $matter }, under { $article }. What is taken and what is still to come:

desk-held = The log holds it
desk-held-at = Entry { $entry }, received at { $time }.
desk-held-act = the act
desk-held-by = sent by
desk-held-id = id
desk-held-receipt = receipt
desk-held-proves = { $receipt }, with { $note }
desk-receipt-link = proves it without this server
desk-note-link = the note as it was signed
desk-notification = The notification to the states, for printing
desk-another = Another act
desk-refused = The act is not taken
desk-back = Back to the desk

desk-keys-none = This record is read from text: there is no log, and so there are no keys.
desk-keys-lede = Each was enrolled by an act of the log itself, and what it may sign follows from that act alone. This is the whole of who may do what.
desk-keys-of = Keys of { $log }
desk-key-whose = whose
desk-key = key
desk-key-since = since
desk-key-stands = stands
desk-key-whole = whole
desk-key-digest = digest { $digest }
desk-key-entry = entry { $entry }
desk-key-in-use = in use
desk-key-ended = ended
desk-key-ended-by = { $ended } by { $entry }
desk-key-contested = , what it signed from entry { $entry } on is contested
desk-make = Make a key
desk-make-here = The key is made in this browser and cannot be taken out of it, by a page or by you: if the browser's data are deleted, enrol another.
desk-make-for = For
desk-make-delegation = a delegation
desk-make-person = a person of a delegation
desk-make-officer = an officer of the depositary
desk-make-state = State
desk-make-name = Name of the key, an address without a scheme
desk-make-name-left = (made from the state where it is left out)
desk-make-keys = Keys in this browser
desk-make-command = With the command line:
desk-make-prints = It prints the key and the digest of the one after it. The authority enrols both, and sends the note:

desk-prove = You prove a key that the log enrolled by signing a text with it. The key itself stays with you.
desk-already = You are signed in already: { $role }, with the key { $key }.
desk-browser-key = With a key kept in this browser
desk-file-key = With a key kept in a file
desk-that-machine = On the machine that has the key:
desk-it-asks = It asks for a challenge, signs it, and prints what to paste here. To sign this one instead:
desk-signed-text = The signed text, with its signature line
desk-says-only = This text says only that a key signs in here, within five minutes and once. It begins otherwise than every act, so that it can be taken for none.

desk-draft-in-matter = { $what }: { $matter }, { $label }
desk-draft-of-treaty = { $what }: { $treaty }
desk-draft-by = { $step }, by { $actor }
desk-step = { $word ->
    [propose] Propose
    [consult] Consult
    [recommend] Recommend
    [determine] Determine
    [decide] Decide
    [notify] Notify
    [consent] Consent
    [circulate] Circulate
    [wait] Wait
    [deposit] Deposit
    [contribute] Contribute
    [report] Report
    [carry-out] Carry out
   *[end] End
}
desk-offer = Offer help
desk-give = Tell what you give
desk-report = Report
desk-object = Object
desk-vote = Say how you vote
desk-sign-treaty = Sign
desk-deposit = Deposit an instrument
desk-notice = Give notice of withdrawal
desk-take-back = { $kind ->
    [notice] Take back the notice { $label }
    [vote] Take back the vote { $label }
    [reservation] Take back the reservation { $label }
   *[objection] Take back the objection { $label }
}
desk-statement = A statement
desk-request = A request that opens no matter
desk-register = Register an instrument received
desk-register-notice = Register a notice of withdrawal received

desk-ask-words = In words
desk-ask-what = What
desk-ask-stands = How things stand
desk-ask-why = Why
desk-ask-how = How
desk-ask-explanation = Explanation of vote
desk-ask-asked = What is asked for
desk-ask-about = About
desk-ask-person = Who acts for the state
desk-ask-capacity = In which capacity
desk-ask-form = Instrument
desk-ask-remark = Remark
desk-ask-said = What is said
desk-ask-of-whom = Of whom
desk-ask-decided = What was decided
desk-ask-outcome = Outcome
desk-ask-from = From
desk-ask-arrived = How it arrived, and what it says
desk-ask-for = For
desk-ask-against = Against
desk-ask-abstaining = Abstaining
desk-ask-absent = Absent
desk-votes-for = for
desk-votes-against = against
desk-votes-abstaining = abstaining
desk-votes-objecting = it objects
desk-form = { $form ->
    [ratification] ratification
    [acceptance] acceptance
    [approval] approval
    [accession] accession
    [succession] succession
    [notification] notification
   *[consent] consent
}

desk-script-no-key = No key of this browser is in use in this log.
desk-script-make-one = Make one
desk-script-in = Signed in.
desk-script-other-text = The text shown is not the one the server made: nothing was signed.
desk-script-beginning = The text does not begin as it should: nothing was signed.
desk-script-signed = Signed. Read it once more, then send it.
desk-script-enrols = The authority enrols it so:
desk-script-enrol-here = Enrol it in this rehearsal
desk-script-enrolled = It is enrolled and in use.
desk-script-name = The name of a key has no spaces and no plus sign.
desk-script-made = The key was made. It stands below; now the authority enrols it.
desk-script-no-keys = This browser makes no keys of this kind. Use the command line below.
desk-script-sign-in-with = Sign in with
desk-script-sign-with = Sign with
desk-script-key = key
desk-script-next = key after it
desk-script-digest = digest
