"""smtp_sink.py FOLDER PORT: a mail server that keeps each mail as a file. Prints its port. Refuses the first mail."""
import sys
import time

from aiosmtpd.controller import Controller


class Sink:
    mails = 0

    async def handle_DATA(self, server, session, envelope):
        Sink.mails += 1
        if Sink.mails == 1:
            return '451 Try again later'
        with open(f'{sys.argv[1]}/{Sink.mails}.eml', 'wb') as file:
            file.write(f'{envelope.mail_from} {" ".join(envelope.rcpt_tos)}\r\n'.encode() + envelope.content)
        return '250 OK'


controller = Controller(Sink(), hostname='127.0.0.1', port=int(sys.argv[2]))
controller.start()
print(controller.port, flush=True)
while True:
    time.sleep(60)
