### Accounts that differ: the readings, and what another reading would change.

disputed-act-reads = { $when }: { $deed }
disputed-date-reads = { $when }
disputed-reading-comes = read as { $reading } ({ $article }): { $outcome }
disputed-rule-comes = read as the rule ({ $article }): { $outcome }
disputed-holds = { $party }: { $said }
disputed-holds-unnamed = nobody named: { $said }
disputed-party-changes = { $party } { $stands } { $instrument } instead of { $ours }
disputed-member-changes = { $party } { $stands } { $body } instead of { $ours }
disputed-chair-changes = { $holder } chair { $organ } instead of { $ours }
disputed-outcome-changes = { $act } { $outcome } instead of { $ours }
disputed-no-participant = no participant
disputed-no-member = no member
disputed-nobody = nobody
disputed-own-words = { $text }
disputed-practice-follows = practice follows this reading of the rule
