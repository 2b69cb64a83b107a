### Почему ответа нет.

refusal-unknown-word = В этой записи нет ничего с таким названием
refusal-unreadable = Вопрос не удаётся прочитать
refusal-no-such-path = Такой страницы нет
refusal-method = Этот адрес только отвечает на вопросы
