### Кто вошёл.

desk-keys = Ключи
desk-sign-in = Войти
desk-signed-in = Вход выполнен: { $role }
desk-new-act = Новый акт
desk-sign-out = Выйти
desk-authority = орган, регистрирующий ключи
desk-depositary = должностное лицо депозитария
desk-delegation = делегация: { $state }
desk-delegation-beside = делегация: { $state }, вместе с должностным лицом
desk-person = должностное лицо делегации: { $state }
desk-witness = свидетель: { $state }
