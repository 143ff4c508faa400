#!/bin/sh
echo ‮txt.exe
