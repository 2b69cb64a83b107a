### Two matters, one beside the other.

beside-title = Two matters side by side
beside-lede = Choose two matters that were opened by { $day }.
beside-these = { $left }, beside { $right }.
beside-others = Compare others
beside-head = { $matter }, opened { $day }
beside-head-by = { $matter }, opened { $day } by { $opener }
beside-opened = opened
beside-opened-by = opened by
beside-spoke = spoke for it
beside-article = article
beside-as-it-stood = as it stood
beside-by = by { $actor }
beside-same-steps = The same steps
beside-part = They part at the step { $step }.
beside-alike = The same steps were taken in both.
beside-not-found = not found in this record
beside-no-summary = no summary in this record
beside-no-step = no such step
beside-none = No matter was open by that day. Choose a later day above.
beside-one = one
beside-other = the other
beside-compare = Compare
