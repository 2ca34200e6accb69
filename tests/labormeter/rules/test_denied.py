from __future__ import annotations

import pytest

from labormeter.rules.denied import host_denied, name_denied, path_denied


@pytest.mark.parametrize(
    "host",
    [
        "accounts.google.com",
        "ACCOUNTS.google.com",
        "accounts.google.com.",
        "login.microsoftonline.com",
        "mail.google.com",
        "www.paypal.com",
        "my.bank",
        "web.whatsapp.com",
        "scontent.fbcdn.net",
        "edge-chat.facebook.com",
        "co.uk",
        "github.io",
        "com",
        "localhost",
        "printer.local",
        "127.0.0.1",
        "[::1]",
        "::1",
        "10.0.0.1",
        "bücher.example",
        "",
    ],
)
def test_hosts_that_are_never_opened(host: str) -> None:
    assert host_denied(host)


@pytest.mark.parametrize(
    "host",
    [
        "x.com",
        "www.facebook.com",
        "i.instagram.com",
        "www.youtube.com",
        "www.google.com",
        "www.tiktok.com",
        "www.reddit.com",
        "api.hcaptcha.com",
        "client-api.arkoselabs.com",
        "upload.x.com",
        "practice.labormeter.test",
        "notpaypal.com",
        "me.github.io",
        "bsky.social",
    ],
)
def test_hosts_of_platforms_are_not_denied(host: str) -> None:
    assert not host_denied(host)


@pytest.mark.parametrize(
    "path",
    [
        "/login",
        "/api/v1/accounts/login/",
        "/Login.json",
        "/accounts/password/reset/",
        "/i/api/1.1/dm/new2.json",
        "/i/api/graphql/AAA/DMMessageSend",
        "/i/api/graphql/AAA/useSendMessageMutation",
        "/api/v1/direct_v2/threads/",
        "/api/graphqlbatch/",
        "/ajax/mercury/upload.php",
        "/xrpc/chat.bsky.convo.sendMessage",
        "/xrpc/com.atproto.server.createSession",
        "/checkout/x",
        "/api/compose",
        "/voyager/api/voyagerMessagingDashMessengerMessages",
        "/oauth2/token",
    ],
)
def test_paths_that_are_never_read(path: str) -> None:
    assert path_denied("x.com", path)


@pytest.mark.parametrize(
    "path",
    [
        "/api/graphql/",
        "/i/api/graphql/AAA/FavoriteTweet",
        "/youtubei/v1/like/like",
        "/api/v1/web/likes/1/like/",
        "/api/v1/friendships/create/1/",
        "/api/vote",
        "/recaptcha/api2/userverify",
        "/api/v1/media/configure/",
        "/v2/capi/passthrough/1",
        "/api/v1/accounts/1/follow",
        "/",
    ],
)
def test_paths_of_acts_are_read(path: str) -> None:
    assert not path_denied("x.com", path)


def test_on_a_denied_host_every_path_is_denied() -> None:
    assert path_denied("accounts.google.com", "/")


def test_names_of_messages_and_logins_are_left_alone() -> None:
    assert name_denied("LSPlatformGraphQLLightspeedRequestQuery")
    assert name_denied("useTwoFactorLoginMutation")
    assert not name_denied("CometUFIFeedbackReactMutation")
