### Почему ответа нет.

refusal-unknown-word = В этой записи нет ничего с таким названием
refusal-unreadable = Вопрос не удаётся прочитать
refusal-no-such-path = Такой страницы нет
refusal-method = Этот адрес не отвечает на такой метод
refusal-cross-site = Это отправлено с другого сайта
refusal-signed-out = Вход не выполнен
refusal-not-proved = Владение ключом не подтверждено
refusal-too-often = Слишком частые обращения
refusal-too-long = Слишком длинный запрос
