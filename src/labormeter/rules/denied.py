"""What is never opened and never read, whatever a pack says.

Hosts of identity providers, mail, banks, messengers and content networks; paths of logins,
passwords, payments and direct messages. A host that only ends like a denied one is another host.
"""

from __future__ import annotations

import ipaddress
from typing import Final

from labormeter.rules.glob import Globs
from labormeter.rules.route import Route, segments

_IDENTITY: Final = """
accounts.google.com accounts.youtube.com myaccount.google.com login.live.com account.live.com
login.microsoftonline.com login.microsoft.com account.microsoft.com login.windows.net
appleid.apple.com idmsa.apple.com account.apple.com signin.aws.amazon.com accounts.snapchat.com
login.yahoo.com id.vk.com login.vk.com passport.twitch.tv id.twitch.tv accountscenter.facebook.com
accountscenter.instagram.com auth.openai.com accounts.reddit.com login.tiktok.com
*.okta.com *.oktapreview.com *.auth0.com *.onelogin.com *.pingidentity.com *.duosecurity.com
login.gov id.me *.franceconnect.gouv.fr *.itsme.be *.bankid.com *.1password.com *.bitwarden.com
*.lastpass.com *.dashlane.com
""".split()
_MAIL: Final = """
mail.google.com inbox.google.com chat.google.com messages.google.com outlook.live.com
outlook.office.com outlook.office365.com mail.yahoo.com *.mail.yahoo.com mail.proton.me
*.protonmail.com mail.tutanota.com app.tuta.com *.fastmail.com www.icloud.com mail.aol.com
*.gmx.net *.gmx.com *.web.de mail.ru e.mail.ru mail.yandex.ru mail.yandex.com mail.zoho.com
*.orange.fr *.laposte.net
""".split()
_MONEY: Final = """
*.bank *.insurance *.creditcard paypal.com *.paypal.com *.stripe.com *.stripe.network *.adyen.com
*.klarna.com *.wise.com *.revolut.com *.n26.com pay.google.com payments.google.com wallet.google.com
*.applepay.apple.com pay.amazon.com *.visa.com *.mastercard.com *.americanexpress.com *.chase.com
*.bankofamerica.com *.wellsfargo.com *.citi.com *.capitalone.com *.hsbc.com *.hsbc.co.uk
*.barclays.co.uk *.lloydsbank.co.uk *.natwest.com *.santander.com *.santander.co.uk *.bnpparibas
*.bnpparibas.com *.societegenerale.fr *.societegenerale.com *.credit-agricole.fr *.labanquepostale.fr
*.caisse-epargne.fr *.banquepopulaire.fr *.creditmutuel.fr *.boursobank.com *.boursorama.com
*.deutsche-bank.de *.commerzbank.de *.sparkasse.de *.ing.com *.ing.de *.ing.nl *.rabobank.nl
*.abnamro.nl *.ubs.com *.unicredit.it *.intesasanpaolo.com *.bbva.es *.caixabank.es *.coinbase.com
*.binance.com *.kraken.com *.venmo.com *.cash.app *.worldpay.com *.braintreegateway.com *.plaid.com
""".split()
_MESSENGERS: Final = """
messenger.com *.messenger.com *.whatsapp.com *.whatsapp.net web.telegram.org *.telegram.org
signal.org *.signal.org *.wire.com *.threema.ch *.viber.com *.skype.com teams.microsoft.com
teams.live.com *.slack.com *.element.io *.matrix.org edge-chat.facebook.com edge-chat.instagram.com
edge-chat.messenger.com gateway.facebook.com gateway.instagram.com web.snapchat.com chat.reddit.com
matrix.redditspace.com *.zoom.us meet.google.com
""".split()
_CONTENT: Final = """
*.fbcdn.net *.cdninstagram.com *.twimg.com *.ytimg.com *.googlevideo.com *.gstatic.com *.ggpht.com
*.googleusercontent.com *.tiktokcdn.com *.tiktokcdn-us.com *.ttwstatic.com *.ibyteimg.com
*.redditstatic.com *.redditmedia.com i.redd.it v.redd.it preview.redd.it *.licdn.com *.pinimg.com
*.jtvnw.net *.ttvnw.net *.discordapp.net cdn.discordapp.com *.akamaihd.net *.akamaized.net
*.akamai.net *.edgekey.net *.edgesuite.net *.cloudfront.net *.fastly.net *.fastlylb.net
cdn.jsdelivr.net cdnjs.cloudflare.com unpkg.com *.azureedge.net *.azurefd.net *.b-cdn.net
*.cdn77.org *.llnwd.net *.cachefly.net *.kxcdn.com *.media-amazon.com *.ssl-images-amazon.com
""".split()
_SUFFIXES: Final = """
co.uk org.uk ac.uk gov.uk com.au net.au org.au gov.au co.nz co.jp ne.jp or.jp co.kr co.in com.br
com.mx com.ar com.tr com.cn com.hk com.tw com.sg co.za co.il gouv.fr gov.fr com.pl com.ua com.ru
github.io gitlab.io pages.dev workers.dev web.app firebaseapp.com herokuapp.com netlify.app vercel.app
blogspot.com wordpress.com amazonaws.com azurewebsites.net cloudapp.net appspot.com
""".split()

_HOSTS: Final = Globs.parse(
    (*_IDENTITY, *_MAIL, *_MONEY, *_MESSENGERS, *_CONTENT, *_SUFFIXES)
)

_SEGMENTS: Final = frozenset(
    """
    login log_in log-in signin sign_in sign-in logout signup sign_up reauth reauthenticate
    password passwords passwd pwd forgot_password reset_password change_password recover
    auth oauth oauth2 authorize authenticate authentication sso saml saml2 token tokens
    2fa two_factor two-factor twofactor mfa otp totp webauthn passkey passkeys credentials
    payment payments pay checkout billing wallet wallets bank banking card cards purchase purchases
    dm dms direct direct_v2 direct_messages direct-messages messaging messenger mercury inbox
    conversation conversations chat_message private_message private_messages _matrix
    """.split()
)
"""A path with such a segment is never read."""

_PATHS: Final[tuple[Route, ...]] = tuple(
    Route.parse(text)
    for text in """
    /api/graphqlbatch /messages/** /ajax/mercury/** /lightspeed/** /msg/**
    /i/api/1.1/onboarding/** /1.1/onboarding/** /i/api/1.1/dm/** /1.1/dm/** /i/api/2/dm/**
    /i/api/graphql/*/*DM* /graphql/*/*DM* /i/api/graphql/*/*SendMessage* /graphql/*/*SendMessage*
    /i/api/graphql/*/*Conversation* /graphql/*/*Conversation*
    /api/compose /api/read_message /message/** /api/v1/web/accounts/**
    /voyager/api/voyagerMessaging* /voyager/api/messaging/** /checkpoint/lg/** /uas/**
    /api/im/** /passport/** /api/*/auth/** /users/@me/channels/** /api/*/users/@me/channels/**
    /xrpc/chat.bsky.* /xrpc/com.atproto.server.* /resource/UserSessionResource/**
    /resource/Conversation*/** /youtubei/v1/account/** /ap/**
    """.split()
)

_NAMES: Final = Globs.parse(
    """
    *Message* *Messenger* *Direct* *Lightspeed* LS* *Inbox* *Thread*Key* *Login* *LogIn* *Password*
    *Payment* *Billing* *TwoFactor* *TwoStep* *Checkout* *Wallet* *Credential* *DM* *Conversation*
    *Passkey* *Otp* *CAA*
    """.split()
)


def host_denied(host: str) -> bool:
    """Whether a host is never opened: on a list, an address, or no full name."""
    host = host.rstrip(".").lower()
    if "." not in host or host.endswith((".local", ".localhost", ".internal", ".onion")):
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return _HOSTS.matches(host)
    return True


def path_denied(host: str, path: str) -> bool:
    """Whether a request is never read, because of what its path says it is about."""
    del host  # the same words mean the same everywhere; kept for hosts that may differ
    parts = segments(path)
    if not _SEGMENTS.isdisjoint(parts):
        return True
    lower = [part.lower().removesuffix(".json") for part in parts]
    return not _SEGMENTS.isdisjoint(lower) or any(route.matches(parts) for route in _PATHS)


def name_denied(name: str) -> bool:
    """Whether an operation that no rule names is never read, because of what it is called."""
    return _NAMES.matches(name)
