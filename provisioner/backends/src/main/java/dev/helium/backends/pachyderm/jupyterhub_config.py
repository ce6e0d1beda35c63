"""Settings of the hub. What differs between workspaces stands in settings.json, by class and by name."""

import json
import os

from tornado.httpclient import AsyncHTTPClient

# The default client is too slow for the number of requests that the proxy gets.
AsyncHTTPClient.configure("tornado.curl_httpclient.CurlAsyncHTTPClient")

with open("/usr/local/etc/jupyterhub/settings.json", encoding="utf-8") as file:
    for section, traits in json.load(file).items():
        c[section].update(traits)

# Keys come as CONFIGPROXY_AUTH_TOKEN, JPY_COOKIE_SECRET and JUPYTERHUB_CRYPT_KEY, which the hub reads by itself.
c.KubeSpawner.namespace = os.environ["POD_NAMESPACE"]

if "AUTH0_CLIENT_ID" in os.environ:
    c.Auth0OAuthenticator.client_id = os.environ["AUTH0_CLIENT_ID"]
    c.Auth0OAuthenticator.client_secret = os.environ["AUTH0_CLIENT_SECRET"]
else:
    c.DummyAuthenticator.password = os.environ["NOTEBOOKS_PASSWORD"]
