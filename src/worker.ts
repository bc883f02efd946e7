import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { workerProgram } from './app/worker-program.js';
import { runProgram } from './app/run-program.js';

// A worker keeps little of a file from one part to the next. Node would let what is left of earlier
// parts pile up to several times that; collected sooner, a file costs a third less memory.
setFlagsFromString('--heap-growing-percent=30');

runProgram(workerProgram);
