"""read_mail.py MAIL FOLDER: what Python's library finds in a mail: its text, and its one file with name and type."""
import email
import email.policy
import pathlib
import sys

mail, folder = sys.argv[1], pathlib.Path(sys.argv[2])
# The first line is the sink's own.
message = email.message_from_bytes(open(mail, 'rb').read().split(b'\r\n', 1)[1], policy=email.policy.default)
text = message.get_body(('plain',))
[file] = message.iter_attachments()
assert not message.defects and not file.defects
folder.joinpath('text').write_bytes(text.get_payload(decode=True))
folder.joinpath('name').write_text(f'{file.get_filename()} {file.get_content_type()}', encoding='utf-8')
folder.joinpath('file').write_bytes(file.get_payload(decode=True))
