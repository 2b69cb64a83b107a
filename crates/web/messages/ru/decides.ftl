### Что добавлено к итогу голосования.

decides-readings-differ = прочтения, между которыми запись не делает выбора, дают разный итог
decides-no-organ = состав органа в этот день в записи не найден; его членами считаются государства, чьи голоса указаны
decides-organ-to-come = { $organ }: органа ещё нет до { $day }{ $article }; этого дня — первый акт, к которому относится документ ({ $instrument })
decides-silence-still = срок молчания ещё не истёк
decides-none-followed = в этот день практика не следует ни одному из прочтений
decides-law-not-in-force = { $instrument }: по этой записи на { $day } не в силе
decides-carries-one = такое правило есть в статье { $article }; первый акт, к которому относится документ ({ $instrument }), — { $day }
decides-goes-before = в процедуре «{ $procedure }» ({ $article }) этому предшествует: { $steps }
decides-step-by = { $step } — { $actor }
decides-step-by-each = { $step } — каждый: { $actor }
decides-nobody-may-vote = по правилу { $rule } ({ $article }) никто не имеет права голоса
decides-days-of-seat = дни считаются по часам места пребывания, последний день течёт до конца
decides-days-universal = дни считаются по всемирному времени
decides-may-not-be-used = правило { $rule } ({ $article }) неприменимо, и никакое правило его не заменяет
decides-nobody-came = в записи нет присутствующих среди имеющих право голоса; правило { $rule } ({ $article }) не говорит, что это означает
decides-silence-said = по разосланному тексту срок молчания истекает { $said }; по статье — { $end }
decides-silence-taken = концом срока молчания считается момент, о котором спрошено
decides-extension-awaited = { $by }: по этому документу действие ({ $instrument }) продлевается с { $from }; подписали { $parties }, по известному тогда — не в силе
