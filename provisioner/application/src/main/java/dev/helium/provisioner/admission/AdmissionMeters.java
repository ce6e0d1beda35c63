package dev.helium.provisioner.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts answers. Both series are there from the start, so that the first is an increase. */
final class AdmissionMeters {
  private final Counter granted;
  private final Counter denied;

  AdmissionMeters(MeterRegistry meters) {
    this.granted = counter(meters, "granted");
    this.denied = counter(meters, "denied");
  }

  void answered(Answers answers) {
    granted.increment(answers.granted());
    denied.increment(answers.denied());
  }

  private static Counter counter(MeterRegistry meters, String verdict) {
    return Counter.builder("helium.admissions")
        .description("Requests of owners who have a quota, by what they were told")
        .tag("verdict", verdict)
        .register(meters);
  }
}
