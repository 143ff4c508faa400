/// What a site asks of approvals: who people are, whose yes counts for which risk, when nothing is
/// changed; and how a signature that a person made with their SSH key is checked, without network.
@NullMarked
package dev.blackstart.policy;

import org.jspecify.annotations.NullMarked;
