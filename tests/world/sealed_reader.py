# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens an encrypted backup from docs/encrypted-backup.md alone: shares nothing with the program.

    python3 sealed_reader.py FILE FOLDER

asks for the passphrase or the recovery key, and unpacks the backup into FOLDER.
"""
import ctypes
import ctypes.util
import getpass
import hashlib
import os
import pathlib
import struct
import sys
import unicodedata

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEADER = 264
CHUNK = 65536
MORE = 17
FINAL = 3
ARGON2ID13 = 2


class NotOpened(Exception):
    pass


def sodium():
    library = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
    if library.sodium_init() < 0:
        raise NotOpened("libsodium does not start")
    return library


def recovery_key(text):
    """The 32 bytes, or None where it is none."""
    digits = [c for c in text.upper().replace("O", "0").replace("I", "1").replace("L", "1") if c not in " -\t\r\n"]
    if len(digits) != 64 or any(c not in DIGITS for c in digits):
        return None
    key = b""
    for line in range(4):
        number = 0
        for digit in digits[16 * line:16 * line + 16]:
            number = number * 32 + DIGITS.index(digit)
        raw = number.to_bytes(10, "big")
        check = hashlib.blake2b(b"unclench recovery key, line %d" % (line + 1) + raw[:8], digest_size=32).digest()
        if check[:2] != raw[8:]:
            return None
        key += raw[:8]
    return key


def number(value):
    return ctypes.c_ulonglong(value)


def passphrase_key(library, passphrase, passes, memory, salt):
    text = unicodedata.normalize("NFC", passphrase).encode()
    key = ctypes.create_string_buffer(32)
    if library.crypto_pwhash(key, number(32), text, number(len(text)), salt, number(passes), ctypes.c_size_t(memory),
                             ARGON2ID13) != 0:
        raise NotOpened("not enough memory")
    return key.raw


def unwrap(library, nonce, locked, front, key):
    data_key = ctypes.create_string_buffer(32)
    result = library.crypto_aead_xchacha20poly1305_ietf_decrypt(
        data_key, None, None, locked, number(len(locked)), front, number(len(front)), nonce, key)
    if result != 0:
        raise NotOpened("wrong passphrase")
    return data_key.raw


def content(data, secret):
    """What is in the bytes of a backup. `secret`: the passphrase, or the recovery key as text."""
    library = sodium()
    if data[:16] != b"unclench-sealed\n":
        raise NotOpened("no encrypted backup")
    header = data[:HEADER]
    version, length, payload, passes, memory = struct.unpack("<IIQQQ", header[16:48])
    if version != 1 or length != HEADER:
        raise NotOpened("another version")
    if hashlib.blake2b(header[:232], digest_size=32).digest() != header[232:]:
        raise NotOpened("the header was changed")
    salt, front = header[48:64], header[:64]
    recovery = recovery_key(secret)
    if recovery:
        data_key = unwrap(library, header[136:160], header[160:208], front, recovery)
    else:
        data_key = unwrap(library, header[64:88], header[88:136], front,
                          passphrase_key(library, secret, passes, memory, salt))

    state = ctypes.create_string_buffer(library.crypto_secretstream_xchacha20poly1305_statebytes())
    library.crypto_secretstream_xchacha20poly1305_init_pull(state, header[208:232], data_key)
    out = b""
    place = HEADER
    tag = ctypes.c_ubyte(0)
    while tag.value != FINAL:
        chunk = data[place:place + CHUNK + MORE]
        place += len(chunk)
        plain = ctypes.create_string_buffer(CHUNK)
        got = ctypes.c_ulonglong(0)
        result = library.crypto_secretstream_xchacha20poly1305_pull(
            state, plain, ctypes.byref(got), ctypes.byref(tag), chunk, number(len(chunk)), header,
            number(len(header)))
        if len(chunk) < MORE or result != 0:
            raise NotOpened("cut off or changed")
        out += plain.raw[:got.value]
    if place != len(data) or len(out) != payload:
        raise NotOpened("not as long as it says")
    return out


def entries(plain):
    """Name and bytes of each file in it, in order."""
    found = []
    place = 0
    while True:
        (length,) = struct.unpack_from("<H", plain, place)
        place += 2
        if length == 0:
            break
        name = plain[place:place + length].decode()
        (size,) = struct.unpack_from("<Q", plain, place + length)
        place += length + 8
        found.append((name, plain[place:place + size]))
        place += size
    if place != len(plain):
        raise NotOpened("something stands behind the end")
    return found


def main():
    file, folder = map(pathlib.Path, sys.argv[1:3])
    secret = getpass.getpass("Passphrase or recovery key: ")
    os.umask(0o077)
    for name, data in entries(content(file.read_bytes(), secret)):
        if name != "unclench.db" and (not name.startswith("pictures/") or "/" in name[9:] or name[9:10] in ("", ".")):
            raise NotOpened(f"a file called {name!r}")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(target)


if __name__ == "__main__":
    try:
        main()
    except NotOpened as reason:
        sys.exit(f"It was not opened: {reason}.")
