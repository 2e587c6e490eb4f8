## A customer's own data (orchestration.customers.own_data, orchestration.customers.forgetting)

command-customer-privacy = O que guardamos sobre você
command-customer-export = Receber seus dados em um arquivo
command-customer-forget = Pedir que seus dados sejam apagados
privacy =
    Guardamos seu nome, nome de usuário e idioma como o Telegram os informa, o que você nos escreve, o que respondemos, suas avaliações e, quando o mostra, qual cliente nosso você é. Precisamos disso para responder a você. Fotos e arquivos ficam no Telegram; guardamos apenas onde estão.
    
    /export – receber seus dados em um arquivo
    /forget – pedir que seus dados sejam apagados
exported = Seus dados conosco.
forget-asked = Recebemos seu pedido. Assim que uma pessoa o confirmar, tudo o que você nos escreveu será apagado, e avisaremos aqui.
forget-already-asked = Seu pedido já chegou e espera que uma pessoa o confirme. Avisaremos aqui.
forgotten = Seus dados conosco foram apagados. O que está neste chat é seu: você pode apagá-lo no Telegram.
forget-declined = Seus dados não foram apagados. Escreva para nós aqui, e uma pessoa explicará o motivo.
forget-wanted = #{ $ticket }: este cliente quer que seus dados sejam apagados. Quando um supervisor confirmar, todas as suas solicitações perdem todo o texto e seus tópicos são excluídos; não pode ser desfeito. { $supervisors }
button-forget = Apagar para sempre
button-keep = Não apagar
error-supervisors-only = Só um supervisor pode decidir isso na #{ $ticket }; peça-lhe que aperte o botão.
