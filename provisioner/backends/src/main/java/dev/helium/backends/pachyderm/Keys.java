package dev.helium.backends.pachyderm;

import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.GeneratedSecret.Hexadecimal;
import dev.helium.backends.product.GeneratedSecret.Text;
import java.util.List;

/**
 * Names of what is generated for every workspace, also for parts that it does not have: one that is
 * switched on later finds its secret.
 */
final class Keys {
  static final String DATABASE = "database-password";
  static final String DATABASE_ADMINISTRATOR = "database-administrator-password";
  static final String DEPLOYMENT = "deployment-id";
  static final String STORE_USER = "store-user";
  static final String STORE_PASSWORD = "store-password";
  static final String CONSOLE_CLIENT = "console-client-secret";
  static final String PACHD_CLIENT = "pachd-client-secret";
  static final String ROOT_TOKEN = "root-token";
  static final String ENTERPRISE = "enterprise-secret";
  static final String TEST_LOGIN = "test-login-password";
  static final String NOTEBOOKS_LOGIN = "notebooks-password";
  static final String NOTEBOOK_PROXY = "notebook-proxy-token";
  static final String NOTEBOOK_COOKIES = "notebook-cookie-secret";
  static final String NOTEBOOK_STATE = "notebook-state-key";

  static final List<GeneratedSecret> ALL =
      List.of(
          new Text(DATABASE, 32),
          new Text(DATABASE_ADMINISTRATOR, 32),
          new Text(DEPLOYMENT, 32),
          new Text(STORE_USER, 20),
          new Text(STORE_PASSWORD, 40),
          new Text(CONSOLE_CLIENT, 32),
          new Text(PACHD_CLIENT, 32),
          new Text(ROOT_TOKEN, 32),
          new Text(ENTERPRISE, 32),
          new Text(TEST_LOGIN, 24),
          new Text(NOTEBOOKS_LOGIN, 24),
          new Text(NOTEBOOK_PROXY, 64),
          new Hexadecimal(NOTEBOOK_COOKIES, 32),
          new Hexadecimal(NOTEBOOK_STATE, 32));

  private Keys() {}
}
