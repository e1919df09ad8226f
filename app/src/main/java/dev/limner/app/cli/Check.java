package dev.limner.app.cli;

import java.util.List;

/**
 * One thing that {@code doctor} looked at.
 *
 * @param fixes what to do; empty when it is well
 */
record Check(String subject, boolean well, List<String> findings, List<String> fixes) {
    Check {
        findings = List.copyOf(findings);
        fixes = List.copyOf(fixes);
    }

    static Check well(String subject, String finding) {
        return new Check(subject, true, List.of(finding), List.of());
    }

    static Check fault(String subject, String finding, String fix) {
        return new Check(subject, false, List.of(finding), List.of(fix));
    }
}
