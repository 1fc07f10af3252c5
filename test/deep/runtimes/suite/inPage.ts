// For browsers: the page comes from the host.
import { runSuite } from "./suite.js";

void runSuite(location.origin);
