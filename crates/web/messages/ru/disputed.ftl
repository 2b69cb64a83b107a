### Где источники расходятся: прочтения и что изменило бы другое прочтение.

disputed-act-reads = { $when }: { $deed }
disputed-date-reads = { $when }
disputed-reading-comes = в прочтении { $reading } ({ $article }): { $outcome }
disputed-rule-comes = в прочтении самого правила ({ $article }): { $outcome }
disputed-holds = { $party }: { $said }
disputed-holds-unnamed = кто именно, не названо: { $said }
disputed-party-changes = { $party }, { $instrument }: { $stands } (по записи — { $ours })
disputed-member-changes = { $party }, { $body }: { $stands } (по записи — { $ours })
disputed-chair-changes = председательство, { $organ }: { $holder } (по записи — { $ours })
disputed-outcome-changes = { $act }: { $outcome } (по записи — { $ours })
disputed-no-participant = не участвует
disputed-no-member = не член
disputed-nobody = никто
disputed-own-words = { $text }
disputed-practice-follows = практика следует этому прочтению правила
