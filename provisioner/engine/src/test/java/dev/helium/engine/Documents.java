package dev.helium.engine;

import com.pulumi.automation.StackDeployment;

/** Exported deployments that tests import, so that stacks have resources without a cluster. */
final class Documents {
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

  private Documents() {}

  /** A stack with outputs, a component and a resource in it that names the stack in every way. */
  static String full(String stack, String secret) {
    return """
        {"version":3,"deployment":{
          "manifest":{"time":"2026-01-02T03:04:05.5Z","magic":"","version":"","plugins":[{"name":"x"}]},
          "resources":[
            {"urn":"URN::pulumi:pulumi:Stack::test-NAME","custom":false,"type":"pulumi:pulumi:Stack",
             "outputs":{"open":"seen","hidden":{"SIG":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\\"SECRET\\""},
                        "nested":{"in":{"SIG":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\\"SECRET\\""}}}},
            {"urn":"URN::pulumi:providers:x::default","custom":true,"id":"p-1","type":"pulumi:providers:x",
             "unknownField":{"kept":[1,2.5,1e21]}},
            {"urn":"URN::a:b:C::one","custom":true,"id":"1","type":"a:b:C","parent":"URN::pulumi:pulumi:Stack::test-NAME",
             "provider":"URN::pulumi:providers:x::default::p-1","aliases":["URN::a:b:C::old","urn:pulumi:other::test::a:b:C::old"]},
            {"urn":"URN::a:b:C::two","custom":true,"id":"2","type":"a:b:C","provider":"URN::pulumi:providers:x::default::p-1",
             "dependencies":["URN::a:b:C::one"],"propertyDependencies":{"p":["URN::a:b:C::one"]},"deletedWith":"URN::a:b:C::one",
             "inputs":{"p":{"SIG":"5cf8f73096256a8f31e491e813e4eb8e","urn":"URN::a:b:C::one","id":"1","packageVersion":""}}}],
          "metadata":{}}}"""
        .replace("URN::", "urn:pulumi:NAME::test::")
        .replace("NAME", stack)
        .replace("SIG", SIGNATURE)
        .replace("SECRET", secret);
  }

  /** The same for the Automation API. */
  static StackDeployment deployment(String stack, String secret) throws Exception {
    return StackDeployment.fromJson(full(stack, secret));
  }
}
