### Председательство и должности.

seats-chair-of = Председательство: { $organ }
seats-on-since = { $holder } на { $day }, с { $since }
seats-on-through = { $holder } на { $day }, с { $since }, по { $until }
seats-nobody-on = На { $day } в этой записи никого не найдено.
seats-left-open = На { $day } вопрос остаётся открытым: { $because }.
seats-no-handover = До этого дня в записи нет передачи этого председательства. Председательство в другом органе может быть записано: см. список органов.
seats-every-handover = Все передачи, начиная с последней
seats-chair = председательство
seats-expected = чего ожидало каждое прочтение
seats-stands = как соотносится с принятым прочтением
seats-about-organ = Об органе
seats-why-on = почему: { $claim } на { $day }
seats-no-reading = ни одно прочтение не охватывает этот день
seats-nobody-to-name = никого не может назвать
seats-from = { $party } с { $day }
seats-next = Далее ожидается: { $who }
seats-then = { "," } затем { $who }
seats-under = Основание — { $article }.
seats-appointed-by = Назначает { $organ }.
seats-recommended-by = Рекомендует { $organ }.
seats-no-appointment = До этого дня в записи нет ни одного назначения.
seats-everybody = Все, кто занимал должность, начиная с последнего
seats-remarks = примечания
seats-vacant = вакантна
