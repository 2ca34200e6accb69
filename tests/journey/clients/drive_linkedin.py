"""Drives linkedin-api: python drive_linkedin.py PROXY. Runs in the clients' venv."""

import sys
from collections.abc import Callable
from typing import Any

from linkedin_api import Linkedin
from requests.cookies import RequestsCookieJar

POST = "7000000000000000001"


def tolerant(act: Callable[..., Any], *values: Any, **named: Any) -> Any:
    """Do it; the stand-in's answers are shorter than what this client likes to parse."""
    try:
        return act(*values, **named)
    except (KeyError, TypeError, AttributeError, ValueError):
        return None


def drive(proxy: str) -> None:
    for act in (Linkedin._fetch, Linkedin._post):  # it waits seconds before each request
        act.__defaults__ = (lambda: None, *act.__defaults__[1:])
    cookies = RequestsCookieJar()
    cookies.set("li_at", "CANARYCOOKIE")
    cookies.set("JSESSIONID", '"ajax:CANARYCOOKIE"')
    client = Linkedin("", "", cookies=cookies, proxies={"https": proxy})
    company = "urn:li:fsd_followingState:urn:li:fsd_company:6001"
    tolerant(client.react_to_post, POST)
    tolerant(client.react_to_post, POST, "PRAISE")
    tolerant(client.react_to_post, "7000000000000000404")
    tolerant(client.follow_company, company)
    tolerant(client.follow_company, company, following=False)
    tolerant(client.follow_company, company)
    tolerant(client.unfollow_entity, "6001")
    tolerant(client.add_connection, "canaryname", message="CANARYTEXT", profile_urn="ACoSYNTH1")
    tolerant(client.remove_connection, "ACoSYNTH1")
    tolerant(client.get_profile, "canaryname")
    tolerant(client.get_post_reactions, POST, max_results=1)
    tolerant(client.get_feed_posts, limit=1)
    tolerant(client.send_message, "CANARYMESSAGE", recipients=["ACoSYNTH2"])
    tolerant(client.mark_conversation_as_seen, "CANARYCONVERSATION")


drive(sys.argv[1])
